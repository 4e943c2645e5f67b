/** The version of this Ippo, as the API, the command line and backups name it. */
export const version = '0.1.0';
