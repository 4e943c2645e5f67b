import Link, { type LinkProps } from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { useGo, useScoped } from '../lib/use-go.ts';

type Props = {
  to: string;
  children: ReactNode;
  variant?: LinkProps['variant'];
  fontSize?: LinkProps['fontSize'];
  ariaLabel?: string;
};

/** A Cloudscape link that stays inside the page and keeps its account scope. */
export function AppLink({ to, children, variant = 'secondary', fontSize, ariaLabel }: Props) {
  const go = useGo();
  const href = useScoped()(to);
  return (
    <Link
      href={href}
      variant={variant}
      {...(fontSize ? { fontSize } : {})}
      {...(ariaLabel ? { ariaLabel } : {})}
      onFollow={(event) => {
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </Link>
  );
}
