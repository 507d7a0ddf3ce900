import { join } from 'node:path';

/** A program that keeps MCP servers, and its file on this system. */
export interface KnownClient {
  readonly id: string;
  readonly program: string;
  readonly path: string;
}

/** What the places depend on. */
export interface ClientPlaces {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** `APPDATA` on Windows, `XDG_CONFIG_HOME` on Linux; null when not set. */
  readonly config: string | null;
}

/** Where other programs keep their MCP servers; whether the files are there is not looked at. */
export function knownClients({ platform, home, config }: ClientPlaces): readonly KnownClient[] {
  const settings =
    platform === 'darwin'
      ? join(home, 'Library', 'Application Support')
      : (config ?? (platform === 'win32' ? join(home, 'AppData', 'Roaming') : join(home, '.config')));
  return [
    {
      id: 'claude-desktop',
      program: 'Claude Desktop',
      path: join(settings, 'Claude', 'claude_desktop_config.json'),
    },
    { id: 'claude-code', program: 'Claude Code', path: join(home, '.claude.json') },
    { id: 'cursor', program: 'Cursor', path: join(home, '.cursor', 'mcp.json') },
    { id: 'vs-code', program: 'Visual Studio Code', path: join(settings, 'Code', 'User', 'mcp.json') },
    { id: 'windsurf', program: 'Windsurf', path: join(home, '.codeium', 'windsurf', 'mcp_config.json') },
    { id: 'gemini', program: 'Gemini CLI', path: join(home, '.gemini', 'settings.json') },
    { id: 'lm-studio', program: 'LM Studio', path: join(home, '.lmstudio', 'mcp.json') },
  ];
}
