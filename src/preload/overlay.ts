import { overlayEventNames, overlayRequestNames } from '../shared/ipc/names';
import { exposeBridge } from './bridge';

exposeBridge(overlayRequestNames, overlayEventNames);
