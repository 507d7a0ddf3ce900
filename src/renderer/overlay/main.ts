import { mount } from 'svelte';
import '../ui/theme.css';
import '../ui/base.css';
import './overlay.css';
import { ApprovalsStore } from '../approvals/approvals.svelte';
import { overlayBridge } from '../bridge';
import { OverlayStore } from './overlay.svelte';
import OverlayPanel from './OverlayPanel.svelte';

const bridge = overlayBridge();
mount(OverlayPanel, {
  target: document.body,
  props: { overlay: new OverlayStore(bridge), approvals: new ApprovalsStore(bridge) },
});
