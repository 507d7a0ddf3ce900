import { windowEventNames, windowRequestNames } from '../shared/ipc/names';
import { exposeBridge } from './bridge';

exposeBridge(windowRequestNames, windowEventNames);
