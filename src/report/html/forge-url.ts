/**
 * Where a file of a repository can be read, as a template with `{path}` and `{line}`, guessed from a remote's address. Names and passwords in
 * the address are left out. Null where the host is none whose addresses are known.
 * @param revision a commit
 * @param prefix from the top of the repository to the workspace, `pkgs/a/` or ''
 */
export function forgeUrl(remote: string, revision: string, prefix: string): string | null {
  const found =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([\w.-]+)(?::\d+)?\/(.+?)(?:\.git)?\/?$/.exec(remote) ??
    /^(?:[\w.-]+@)?([\w.-]+):(?!\/)(.+?)(?:\.git)?\/?$/.exec(remote);
  if (!found) return null;
  const [, host = '', name = ''] = found;
  const at = `https://${host}/${name.split('/').map(encodeURIComponent).join('/')}`;
  const path = `${revision}/${prefix.split('/').map(encodeURIComponent).join('/')}{path}`;
  if (host === 'github.com') return `${at}/blob/${path}#L{line}`;
  if (/(?:^|\.)gitlab\./.test(host)) return `${at}/-/blob/${path}#L{line}`;
  if (host === 'codeberg.org') return `${at}/src/commit/${path}#L{line}`;
  return host === 'bitbucket.org' ? `${at}/src/${path}#lines-{line}` : null;
}
