import type { JsonObject } from '../json';

/** An agent as the service tells it, with secrets and with fields that Parley does not know. */
export const storedAgent: JsonObject = {
  id: 'agent_1',
  name: 'Shop',
  system_prompt: 'You are a shop.',
  voice: { voice_id: 'anna', style: 'calm' },
  greeting: 'Hello.',
  input: {
    keyterms: ['Nova', 'Vega'],
    turn_detection: { type: null, vad_threshold: 0.4, uninterruptible_turns: ['greeting'] },
    continuous_partials: null,
  },
  output: { voice: 'ivy', volume: 80 },
  tools: [
    {
      id: 'tool_1',
      name: 'order_status',
      description: 'Look up an order.',
      parameters: { type: 'object', properties: { order: { type: 'string' } }, required: ['order'] },
      timeout_seconds: 20,
      execution_mode: 'interactive',
      response_instructions: null,
      session_update: null,
      http: {
        url: 'https://api.example.org/orders',
        http_method: 'GET',
        headers: [
          { name: 'Authorization', last_set_at: '2026-09-01T00:00:00Z' },
          { name: 'X-Shop', last_set_at: '2026-09-01T00:00:00Z' },
        ],
      },
    },
    { id: 'tool_2', name: 'aai_credit_card_luhn_check' },
  ],
  llm: [{ base_url: 'https://models.example.org/v1', model: 'large' }],
  transfer_targets: [{ name: 'desk', number: '+15550100' }],
  pre_connect_requests: [
    { http: { url: 'https://api.example.org/caller', headers: [{ name: 'X', last_set_at: 'then' }] } },
  ],
  created_at: '2026-09-01T00:00:00Z',
  updated_at: '2026-09-02T00:00:00Z',
};
