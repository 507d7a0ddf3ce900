import type { McpDraft, McpImportServer, McpImportSource, McpServerView } from '../../../shared/ipc/mcp';
import type { McpToolChoice } from '../../../shared/settings/mcp-server';
import { sentenceOf, type WindowBridge } from '../../bridge';
import { addedText } from './mcp-words';

/** MCP servers as this window shows them. What main refuses is told in `failure`. */
export class McpStore {
  #servers = $state.raw<readonly McpServerView[]>([]);
  #failure = $state('');
  #told = $state('');
  #log = $state.raw<{ readonly id: string; readonly lines: readonly string[] } | null>(null);

  constructor(private readonly bridge: WindowBridge) {}

  get servers() {
    return this.#servers;
  }
  /** Why the last request did not work; empty when it did. */
  get failure() {
    return this.#failure;
  }
  /** What was done last, for the status line. */
  get told() {
    return this.#told;
  }
  /** The log that is open. */
  get log() {
    return this.#log;
  }

  /** Reads the servers and listens for changes. Returns the function that ends the listening. */
  connect(): () => void {
    const end = this.bridge.on('mcp.changed', (servers) => this.#show(servers));
    void this.#ask(async () => this.#show(await this.bridge.request('mcp.servers')));
    return () => {
      end();
      this.#log = null;
      this.#failure = '';
      this.#told = '';
    };
  }

  /** Adds a server, or changes the one with this id. Resolves to false when main refused it. */
  save(id: string | null, draft: McpDraft): Promise<boolean> {
    return this.#change(() => this.bridge.request('mcp.save', { id, draft }), 'Saved.');
  }

  /** Takes pasted configuration. Resolves to false when there was nothing in it. */
  paste(text: string): Promise<boolean> {
    return this.#change(async () => addedText(await this.bridge.request('mcp.paste', text)));
  }

  remove(id: string): Promise<boolean> {
    return this.#change(() => this.bridge.request('mcp.remove', id), 'Removed.');
  }

  enable(id: string, enabled: boolean): Promise<boolean> {
    return this.#change(() => this.bridge.request('mcp.enable', { id, enabled }));
  }

  restart(id: string): Promise<boolean> {
    return this.#change(() => this.bridge.request('mcp.restart', id));
  }

  classify(id: string, tool: string, choice: McpToolChoice): Promise<boolean> {
    return this.#change(() => this.bridge.request('mcp.classify', { id, tool, choice }));
  }

  signIn(id: string): Promise<boolean> {
    return this.#change(() => this.bridge.request('mcp.signIn', id));
  }

  signOut(id: string): Promise<boolean> {
    return this.#change(() => this.bridge.request('mcp.signOut', id), 'Signed out.');
  }

  /** Shows a server's log, or none; it follows what is printed. */
  async showLog(id: string | null): Promise<void> {
    this.#log = id === null ? null : { id, lines: [] };
    if (id !== null) await this.#readLog(id);
  }

  /** Programs whose files are there; null when that failed. */
  importSources(): Promise<readonly McpImportSource[] | null> {
    return this.#get(() => this.bridge.request('mcp.importSources'));
  }

  /** The servers in one of those files; null when it cannot be read. */
  importList(source: string): Promise<readonly McpImportServer[] | null> {
    return this.#get(() => this.bridge.request('mcp.importList', source));
  }

  importTake(source: string, names: readonly string[]): Promise<boolean> {
    return this.#change(async () =>
      addedText(await this.bridge.request('mcp.importTake', { source, names: [...names] })),
    );
  }

  #show(servers: readonly McpServerView[]): void {
    const open = this.#log?.id;
    const logged = (all: readonly McpServerView[]) => all.find(({ id }) => id === open)?.logged;
    const grown = open !== undefined && logged(servers) !== logged(this.#servers);
    this.#servers = servers;
    if (grown) void this.#readLog(open);
  }

  async #readLog(id: string): Promise<void> {
    const lines = await this.#get(() => this.bridge.request('mcp.log', id));
    if (lines && this.#log?.id === id) this.#log = { id, lines };
  }

  async #get<T>(request: () => Promise<T>): Promise<T | null> {
    let got: T | null = null;
    await this.#ask(async () => void (got = await request()));
    return got;
  }

  /** Asks for a change and reads the servers anew; `told` is said when it worked. */
  #change(request: () => Promise<string | undefined>, told = ''): Promise<boolean> {
    return this.#ask(async () => {
      const said = await request();
      this.#show(await this.bridge.request('mcp.servers'));
      this.#told = said ?? told;
    });
  }

  async #ask(request: () => Promise<void>): Promise<boolean> {
    this.#failure = '';
    this.#told = '';
    try {
      await request();
      return true;
    } catch (error) {
      this.#failure = sentenceOf(error);
      return false;
    }
  }
}
