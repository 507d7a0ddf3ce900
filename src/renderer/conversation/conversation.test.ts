import { describe, expect, it } from 'vitest';
import type { ConversationSnapshot, TranscriptEntry } from '../../shared/ipc/conversation';
import { FakeBridge } from '../fake-bridge';
import { ConversationStore } from './conversation.svelte';
import { quietBars } from './levels';
import { emptyModel } from './model';

const snapshot = (more: Partial<ConversationSnapshot>) => ({ ...emptyModel.snapshot, ...more });
const heard = (id: string, text: string): TranscriptEntry => ({
  kind: 'user',
  id,
  text,
  final: true,
  typed: false,
});
const said = (text: string, final: boolean): TranscriptEntry => ({
  kind: 'agent',
  id: 'a',
  text,
  final,
  interrupted: false,
});

async function connected(current = emptyModel) {
  const bridge = new FakeBridge();
  const store = new ConversationStore(bridge);
  const disconnect = store.connect();
  await bridge.answer('conversation.current', current);
  return { bridge, store, disconnect };
}

describe('connecting', () => {
  it('shows the talk that is already going on', async () => {
    const { store } = await connected({
      snapshot: snapshot({ status: 'listening', live: true }),
      transcript: [heard('1', 'hello')],
    });
    expect(store.snapshot.status).toBe('listening');
    expect(store.transcript).toHaveLength(1);
  });

  it('keeps news that overtake the answer about the current state', async () => {
    const bridge = new FakeBridge();
    const store = new ConversationStore(bridge);
    store.connect();
    bridge.emit('conversation.entry', heard('2', 'second'));
    bridge.emit('conversation.snapshot', snapshot({ status: 'thinking', live: true }));
    await bridge.answer('conversation.current', {
      snapshot: snapshot({ status: 'hearing', live: true }),
      transcript: [heard('1', 'first')],
    });
    expect(store.transcript.map(({ id }) => id)).toEqual(['1', '2']);
    expect(store.snapshot.status).toBe('thinking');
  });

  it('stops listening when asked to', async () => {
    const { bridge, store, disconnect } = await connected();
    disconnect();
    bridge.emit('conversation.entry', heard('1', 'late'));
    expect(store.transcript).toEqual([]);
  });
});

describe('what the person does', () => {
  it('starts when there is no talk and ends the one there is', async () => {
    const { bridge, store } = await connected();
    void store.toggle();
    bridge.emit('conversation.snapshot', snapshot({ status: 'listening', live: true }));
    void store.toggle();
    expect(bridge.asked().slice(1)).toEqual([['conversation.start'], ['conversation.end']]);
  });

  it('calls off a hang-up, goes on, stops listening and changes to the local agent', async () => {
    const { bridge, store } = await connected();
    void store.stay();
    void store.start();
    void store.end();
    void store.useLocalAgent();
    expect(bridge.asked().slice(1)).toEqual([
      ['conversation.stay'],
      ['conversation.start'],
      ['conversation.end'],
      ['conversation.useLocalAgent'],
    ]);
  });

  it('asks for the opposite of the present mute', async () => {
    const { bridge, store } = await connected();
    bridge.emit('conversation.snapshot', snapshot({ status: 'muted', live: true, muted: true }));
    void store.toggleMute();
    expect(bridge.asked().at(-1)).toEqual(['conversation.mute', false]);
  });

  it('stops speaking only while Parley speaks', async () => {
    const { bridge, store } = await connected();
    void store.stopSpeaking();
    expect(bridge.asked()).toHaveLength(1);
    bridge.emit('conversation.snapshot', snapshot({ status: 'speaking', live: true }));
    void store.stopSpeaking();
    expect(bridge.asked().at(-1)).toEqual(['conversation.stopSpeaking']);
  });

  it('tells that typed text was not taken, with the sentence of main', async () => {
    const { bridge, store } = await connected();
    const sent = store.send('hello');
    await bridge.refuse('conversation.send', 'The local agent did not start.');
    expect(await sent).toBe(false);
    expect(store.failure).toBe('The local agent did not start.');
  });

  it('dismisses its own failure first, then the notice of main', async () => {
    const { bridge, store } = await connected();
    void store.toggle();
    await bridge.refuse('conversation.start', 'No.');
    await store.dismiss();
    expect(store.failure).toBeNull();
    void store.dismiss();
    expect(bridge.asked().at(-1)).toEqual(['conversation.dismissNotice']);
  });
});

describe('announcements', () => {
  it('come once an answer is complete, not word by word', async () => {
    const { bridge, store } = await connected();
    bridge.emit('conversation.entry', said('It is', false));
    expect(store.announced).toBe('');
    bridge.emit('conversation.entry', said('It is three.', true));
    expect(store.announced).toBe('Parley: It is three.');
  });
});

describe('the level indicator', () => {
  it('shows the direction that counts and rests when the talk is over', async () => {
    const { bridge, store } = await connected();
    bridge.emit('conversation.snapshot', snapshot({ status: 'speaking', live: true }));
    bridge.emit('conversation.levels', { input: 0, output: 0.3 });
    expect(store.bars[2]).toBe(1);
    bridge.emit('conversation.snapshot', snapshot({ status: 'ended' }));
    expect(store.bars).toEqual(quietBars);
  });

  it('comes to rest when the microphone is muted, and stays there', async () => {
    const { bridge, store } = await connected();
    bridge.emit('conversation.snapshot', snapshot({ status: 'hearing', live: true }));
    bridge.emit('conversation.levels', { input: 0.3, output: 0 });
    expect(store.bars).not.toEqual(quietBars);
    bridge.emit('conversation.snapshot', snapshot({ status: 'muted', live: true, muted: true }));
    bridge.emit('conversation.levels', { input: 0.3, output: 0 });
    expect(store.bars).toEqual(quietBars);
  });
});
