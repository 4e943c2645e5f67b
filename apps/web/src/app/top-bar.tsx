import { dashed } from '@ippo/contracts';
import TopNavigation, {
  type TopNavigationProps,
} from '@cloudscape-design/components/top-navigation';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { useLanguageSwitch } from '../i18n/language-provider.tsx';
import { useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { allAccountsPath, useAllAccounts } from '../lib/account-scope.ts';
import { signOut } from '../lib/sign-in.ts';
import { applyTheme, useTheme } from '../lib/theme.ts';
import { useReport, useSession } from '../lib/use-report.ts';
import { useGo } from '../lib/use-go.ts';
import logo from '../ui/logo.svg';
import { paths } from './paths.ts';
import { SearchDoor } from './search-door.tsx';

/** Logo, account, language, theme, user. */
export function TopBar() {
  const t = useText();
  const go = useGo();
  const language = useLanguageSwitch();
  const theme = useTheme();
  const menu = useAccountMenu();
  const user = useUserMenu();
  // All at once: what comes later would push the rest aside.
  const accounts = useSession().isPending ? null : menu;
  const dark = theme === 'dark';
  return (
    <TopNavigation
      identity={{
        href: paths.overview,
        logo: { src: logo, alt: 'Ippo' },
        onFollow: (event) => {
          event.preventDefault();
          go(paths.overview);
        },
      }}
      {...(accounts && accounts.length > 0 ? { search: <SearchDoor /> } : {})}
      i18nStrings={{
        searchIconAriaLabel: t('shell.search'),
        searchDismissIconAriaLabel: t('common.close'),
        overflowMenuTriggerText: t('shell.more'),
        overflowMenuTitleText: t('shell.all-menu'),
        overflowMenuBackIconAriaLabel: t('shell.back'),
        overflowMenuDismissIconAriaLabel: t('common.close'),
      }}
      utilities={
        accounts === null
          ? []
          : [
              ...accounts,
              {
                type: 'button',
                iconName: 'globe',
                text: t('shell.other-language'),
                disableUtilityCollapse: true,
                onClick: () => language.choose(language.language === 'ja' ? 'en' : 'ja'),
              },
              {
                type: 'button',
                text: t(dark ? 'shell.theme-light' : 'shell.theme-dark'),
                ariaLabel: t(dark ? 'shell.use-light' : 'shell.use-dark'),
                iconSvg: <ThemeMark />,
                onClick: () => applyTheme(dark ? 'light' : 'dark'),
              },
              ...user,
            ]
      }
    />
  );
}

function ThemeMark() {
  return (
    <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true">
      <circle cx="8" cy="8" r="6" />
      <path d="M8 2v12M8 5l4-1.5M8 8h6M8 11l4.5 1" />
    </svg>
  );
}

/** Null until it is known whether there is one. */
function useAccountMenu(): TopNavigationProps.Utility[] | null {
  const t = useText();
  const navigate = useNavigate();
  const all = useAllAccounts();
  const [, setParams] = useSearchParams();
  const report = useReport();
  const current = report.data?.report;
  const { data, isPending } = useQuery(queries.accounts.queryOptions({ retry: false }));
  if (isPending || report.isPending) return null;
  if (!current || !data) return [];
  const nameOf = (account: string, source: string) => {
    const name = data.accounts.find(
      (one) => one.account === account && one.source === source,
    )?.name;
    const id = dashed(account);
    if (name) return `${name} ${id}`;
    return t(source === 'simulated' ? 'shell.demo-account' : 'shell.accounts', { account: id });
  };
  const several = data.accounts.length > 1;
  const text = all ? t('shell.all-accounts') : nameOf(current.account, current.source.kind);
  return [
    {
      type: 'menu-dropdown',
      iconName: 'group',
      text,
      ariaLabel: t('shell.account-menu', { name: text }),
      items: [
        ...data.accounts.map(({ account, source }) => ({
          id: account,
          text: nameOf(account, source),
        })),
        ...(several ? [{ id: 'all', text: t('shell.all-accounts') }] : []),
      ],
      onItemClick: ({ detail }) => {
        if (detail.id === 'all') void navigate(allAccountsPath);
        else
          setParams((before) => {
            // What else the page is narrowed by stays; a scan is one account's.
            before.delete('scan');
            before.set('account', detail.id);
            return before;
          });
      },
    },
  ];
}

function useUserMenu(): TopNavigationProps.Utility[] {
  const t = useText();
  const go = useGo();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data } = useSession();
  if (!data) return [];
  return [
    {
      type: 'menu-dropdown',
      iconName: 'user-profile',
      text: data.name,
      ariaLabel: t('shell.user', { name: data.name }),
      description: data.email,
      items: [
        { id: 'profile', text: t('shell.profile'), href: paths.profile },
        { id: 'sign-out', text: t('shell.sign-out') },
      ],
      onItemFollow: (event) => {
        event.preventDefault();
        go(paths.profile);
      },
      onItemClick: ({ detail }) => {
        if (detail.id !== 'sign-out') return;
        void signOut().then(() => {
          client.clear();
          return navigate(paths.signIn);
        });
      },
    },
  ];
}
