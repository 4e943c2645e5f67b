import invitesAccept from './invites/accept.ts';
import invitesCheck from './invites/check.ts';
import passkeysOptions from './passkeys/options.ts';
import passkeysSignIn from './passkeys/sign-in.ts';
import profileAddPasskey from './profile/add-passkey.ts';
import profileBeginSecondFactor from './profile/begin-second-factor.ts';
import profileChangePassword from './profile/change-password.ts';
import profileConfirmSecondFactor from './profile/confirm-second-factor.ts';
import profileConfirm from './profile/confirm.ts';
import profileEndSession from './profile/end-session.ts';
import profileKeys from './profile/keys.ts';
import profileMakeKey from './profile/make-key.ts';
import profileNewBackupCodes from './profile/new-backup-codes.ts';
import profilePasskeyOptions from './profile/passkey-options.ts';
import profileRead from './profile/read.ts';
import profileRemovePasskey from './profile/remove-passkey.ts';
import profileRemoveSecondFactor from './profile/remove-second-factor.ts';
import profileRename from './profile/rename.ts';
import profileRevokeKey from './profile/revoke-key.ts';
import profileSessions from './profile/sessions.ts';
import profileSetTimeZone from './profile/set-time-zone.ts';
import profileSignOutEverywhere from './profile/sign-out-everywhere.ts';
import resetsCheck from './resets/check.ts';
import resetsUse from './resets/use.ts';
import teamChangeAccess from './team/change-access.ts';
import teamInvite from './team/invite.ts';
import teamKeys from './team/keys.ts';
import teamList from './team/list.ts';
import teamRemoveSecondFactor from './team/remove-second-factor.ts';
import teamRemove from './team/remove.ts';
import teamResetPassword from './team/reset-password.ts';
import teamRevokeInvite from './team/revoke-invite.ts';
import teamRevokeKey from './team/revoke-key.ts';
import teamSignOut from './team/sign-out.ts';

/** The endpoints of people: the team, its links, and one's own profile. */
export const peopleRoutes = {
  team: {
    list: teamList,
    invite: teamInvite,
    revokeInvite: teamRevokeInvite,
    changeAccess: teamChangeAccess,
    resetPassword: teamResetPassword,
    signOut: teamSignOut,
    removeSecondFactor: teamRemoveSecondFactor,
    keys: teamKeys,
    revokeKey: teamRevokeKey,
    remove: teamRemove,
  },
  invites: {
    check: invitesCheck,
    accept: invitesAccept,
  },
  resets: {
    check: resetsCheck,
    use: resetsUse,
  },
  profile: {
    read: profileRead,
    rename: profileRename,
    setTimeZone: profileSetTimeZone,
    confirm: profileConfirm,
    changePassword: profileChangePassword,
    sessions: profileSessions,
    endSession: profileEndSession,
    signOutEverywhere: profileSignOutEverywhere,
    beginSecondFactor: profileBeginSecondFactor,
    confirmSecondFactor: profileConfirmSecondFactor,
    newBackupCodes: profileNewBackupCodes,
    removeSecondFactor: profileRemoveSecondFactor,
    passkeyOptions: profilePasskeyOptions,
    addPasskey: profileAddPasskey,
    removePasskey: profileRemovePasskey,
    keys: profileKeys,
    makeKey: profileMakeKey,
    revokeKey: profileRevokeKey,
  },
  passkeys: {
    options: passkeysOptions,
    signIn: passkeysSignIn,
  },
};
