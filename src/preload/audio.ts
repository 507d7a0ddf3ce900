import { ipcRenderer } from 'electron';
import { audioEventNames, audioRequestNames } from '../shared/ipc/names';
import { exposeBridge } from './bridge';

exposeBridge(audioRequestNames, audioEventNames);

// Ports cannot cross the bridge; a window message is the one way to hand them to the page.
ipcRenderer.on('audio-ports', ({ ports }) => window.postMessage('audio-ports', location.origin, ports));
