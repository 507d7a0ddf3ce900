import { mount } from 'svelte';
import './ui/theme.css';
import './ui/base.css';
import App from './App.svelte';
import { windowBridge } from './bridge';
import { AgentsStore } from './agents/agents.svelte';
import { ActionsStore } from './actions/actions.svelte';
import { ApprovalsStore } from './approvals/approvals.svelte';
import { ConversationStore } from './conversation/conversation.svelte';
import { CostStore } from './cost/cost.svelte';
import { HistoryStore } from './history/history.svelte';
import { keptPage, PageKeeper } from './presence/page-keeper';
import { StartStore } from './presence/start.svelte';
import { OnboardingStore } from './onboarding/onboarding.svelte';
import { ProfilesStore } from './profiles/profiles.svelte';
import { RemindersStore } from './reminders/reminders.svelte';
import { SelfTestStore } from './diagnostics/self-test.svelte';
import { PrivacyStore } from './settings/privacy/privacy.svelte';
import { ExchangeStore } from './settings/exchange/exchange.svelte';
import { McpStore } from './settings/mcp/mcp.svelte';
import { ShortcutsStore } from './settings/shortcuts/shortcuts.svelte';
import { SettingsStore } from './settings/settings.svelte';
import { WakeWordStore } from './settings/wake-word/wake-word.svelte';
import { UpdatesStore } from './settings/updates.svelte';

const bridge = windowBridge();
const page = new PageKeeper(bridge, await keptPage(bridge));
mount(App, {
  target: document.body,
  props: {
    page,
    conversation: new ConversationStore(bridge),
    actions: new ActionsStore(bridge),
    approvals: new ApprovalsStore(bridge),
    cost: new CostStore(bridge),
    settings: new SettingsStore(bridge),
    start: new StartStore(bridge),
    mcp: new McpStore(bridge),
    shortcuts: new ShortcutsStore(bridge),
    agents: new AgentsStore(bridge),
    history: new HistoryStore(bridge),
    onboarding: new OnboardingStore(bridge),
    profiles: new ProfilesStore(bridge),
    reminders: new RemindersStore(bridge),
    updates: new UpdatesStore(bridge),
    exchange: new ExchangeStore(bridge),
    privacy: new PrivacyStore(bridge),
    selfTest: new SelfTestStore(bridge),
    wakeWord: new WakeWordStore(bridge),
  },
});
