import type { ParleyWindow } from './parley-window';
import { WIRE_RATE, type ScriptedSession } from './scripted-session';
import { tone } from './sound/voice';

/** A question, a tool and an answer. */
export async function haveToolAnswer(window: ParleyWindow, session: ScriptedSession): Promise<void> {
  session.send({ type: 'transcript.user', item_id: 'msg_user', text: 'What time is it in Tokyo?' });
  session.send({ type: 'reply.started', reply_id: 'resp_tool' });
  session.send({ type: 'tool.call', call_id: 'call_1', name: 'get_time', arguments: { place: 'Tokyo' } });
  session.send({ type: 'reply.done', reply_id: 'resp_tool', status: 'completed' });
  await session.waitFor('tool.result');
  await session.reply({
    id: 'resp_answer',
    pcm: tone(200, 440, 8_000, WIRE_RATE),
    text: 'It is late in Tokyo.',
  });
  await window.waitForEntry('Tool: get_time');
  await window.waitForEntry('Parley');
}
