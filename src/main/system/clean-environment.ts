/** Names that a program of the person's needs to work in their session; by system. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  linux: [
    ...['HOME', 'USER', 'LOGNAME', 'SHELL', 'PATH', 'LANG', 'LANGUAGE', 'TZ', 'TMPDIR'],
    ...['DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'SESSION_MANAGER'],
    ...['DESKTOP_SESSION', 'GDMSESSION', 'SSH_AUTH_SOCK', 'XMODIFIERS', 'PULSE_SERVER', 'BROWSER'],
    ...[
      'GTK_THEME',
      'GTK_IM_MODULE',
      'GTK_MODULES',
      'GDK_BACKEND',
      'GDK_SCALE',
      'GDK_DPI_SCALE',
      'XCURSOR_SIZE',
    ],
    ...['XCURSOR_THEME', 'QT_QPA_PLATFORM', 'QT_QPA_PLATFORMTHEME', 'QT_IM_MODULE', 'QT_SCALE_FACTOR'],
    ...['QT_AUTO_SCREEN_SCALE_FACTOR', 'QT_ACCESSIBILITY', 'MOZ_ENABLE_WAYLAND', 'GNOME_DESKTOP_SESSION_ID'],
    ...['KDE_FULL_SESSION', 'KDE_SESSION_VERSION', 'KDE_SESSION_UID', 'NIX_PROFILES'],
    ...['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'],
  ],
  darwin: ['HOME', 'USER', 'LOGNAME', 'SHELL', 'PATH', 'LANG', 'TMPDIR', '__CF_USER_TEXT_ENCODING'],
  win32: [
    ...['SystemRoot', 'SystemDrive', 'windir', 'ComSpec', 'PATH', 'Path', 'PATHEXT', 'TEMP', 'TMP', 'OS'],
    ...['USERNAME', 'USERDOMAIN', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'APPDATA', 'LOCALAPPDATA'],
    ...['ProgramData', 'ALLUSERSPROFILE', 'PUBLIC', 'ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432'],
    ...['CommonProgramFiles', 'CommonProgramFiles(x86)', 'CommonProgramW6432', 'COMPUTERNAME', 'SESSIONNAME'],
    ...['NUMBER_OF_PROCESSORS', 'PROCESSOR_ARCHITECTURE'],
  ],
};
const PREFIXES: Readonly<Record<string, readonly string[]>> = { linux: ['LC_', 'XDG_'], darwin: ['LC_'] };
const LONGEST_VALUE = 32_768;

/**
 * What of our environment a program of the person's is started with: a list of names that are let through. So no key
 * of ours gets out, and nothing that Electron or a package set for us (NODE_OPTIONS, LD_LIBRARY_PATH) gets in.
 */
export function cleanEnvironment(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Record<string, string> {
  const names = new Set(NAMES[platform] ?? NAMES['linux']);
  const prefixes = PREFIXES[platform] ?? [];
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      const passes = names.has(name) || prefixes.some((prefix) => name.startsWith(prefix));
      return passes && value !== undefined && value.length <= LONGEST_VALUE ? [[name, value]] : [];
    }),
  );
}
