import { answered, asks, call, either, says } from '../cases';
import { choice, text, tool, whole } from '../toolsets/schema';
import { domain } from './domain';

const ENVIRONMENTS = ['staging', 'production'];
const service = text('Name of the service.', { examples: ['billing', 'web'] });

const tools = [
  tool('deploy', 'Deploy a service to an environment', { service, environment: choice(ENVIRONMENTS) }),
  tool('rollback', 'Go back to the previous version of a service', {
    service,
    'environment?': choice(ENVIRONMENTS),
  }),
  tool('pipeline_status', 'Tell whether the last build passed', { 'branch?': text('Name of the branch') }),
  tool('retry_job', 'Run a failed job once more', { job: text('Name of the job') }),
  tool('tail_logs', 'Show the latest log lines of a service', { service, 'lines?': whole('How many lines') }),
  tool('set_flag', 'Turn a feature flag on or off', {
    flag: text('Name of the flag'),
    enabled: { type: 'boolean', description: 'true to turn it on' },
  }),
  tool('scale', 'Set how many instances of a service run', {
    service,
    replicas: whole('Number of instances'),
  }),
  tool('declare_incident', 'Page the person on call about an outage', {
    title: text('What is wrong'),
    'severity?': choice(['minor', 'major', 'critical']),
  }),
];

export const deployment = domain(
  'deployment',
  tools,
  [
    says('Deploy billing to staging.', call('deploy', { service: 'billing', environment: 'staging' })),
    says('Ship web to production.', call('deploy', { service: 'web', environment: 'production' })),
    says(
      'Push the search service out to production please.',
      call('deploy', {
        service: either('search', 'the search service', 'search service'),
        environment: 'production',
      }),
    ),
    says(
      'I want the checkout service on staging.',
      call('deploy', { service: either('checkout', 'checkout service'), environment: 'staging' }),
    ),
    says('Roll back billing.', call('rollback', { service: 'billing' })),
    says(
      'Something is off with the last web release, roll it back on production.',
      call('rollback', { service: 'web', environment: 'production' }),
    ),
    says('Revert payments to the version before.', call('rollback', { service: 'payments' })),
    says('Is the build green?', call('pipeline_status')),
    says('Did the pipeline on main pass?', call('pipeline_status', { branch: 'main' })),
    says("How's the build doing?", call('pipeline_status')),
    says(
      'Has the release branch finished building?',
      call('pipeline_status', { branch: either('release', 'release branch') }),
    ),
    says('Pipeline status for feature login.', call('pipeline_status', { branch: 'feature login' })),
    says('Retry the lint job.', call('retry_job', { job: either('lint', 'lint job') })),
    says('Run integration tests again.', call('retry_job', { job: 'integration tests' })),
    says('The job end to end failed, give it another go.', call('retry_job', { job: 'end to end' })),
    says('Show me the logs of web.', call('tail_logs', { service: 'web' })),
    says('Last fifty lines from billing.', call('tail_logs', { service: 'billing', lines: 50 })),
    says("What's billing logging?", call('tail_logs', { service: 'billing' })),
    says('Turn on the flag dark mode.', call('set_flag', { flag: 'dark mode', enabled: true })),
    says('Disable new checkout.', call('set_flag', { flag: 'new checkout', enabled: false })),
    says(
      'Switch the feature flag beta search off.',
      call('set_flag', { flag: 'beta search', enabled: false }),
    ),
    says('Enable fast login for everybody.', call('set_flag', { flag: 'fast login', enabled: true })),
    says('Scale web to six instances.', call('scale', { service: 'web', replicas: 6 })),
    says('We need ten instances of billing.', call('scale', { service: 'billing', replicas: 10 })),
    says(
      'Run three replicas of the mailer.',
      call('scale', { service: either('mailer', 'the mailer'), replicas: 3 }),
    ),
    says(
      'The database is down, declare a critical incident.',
      call('declare_incident', {
        title: either('the database is down', 'database is down'),
        severity: 'critical',
      }),
    ),
    says(
      'Page whoever is on call: checkout is timing out.',
      call('declare_incident', { title: 'checkout is timing out' }),
    ),
    says(
      'Major incident, nobody can log in.',
      call('declare_incident', { title: 'nobody can log in', severity: 'major' }),
    ),
    asks('Deploy the web service.', 'deploy', 'environment', { service: 'web' }),
    asks('Roll back please.', 'rollback', 'service'),
    asks('Declare an incident.', 'declare_incident', 'title'),
    [
      asks('Show me the logs.', 'tail_logs', 'service'),
      says('Billing.', call('tail_logs', { service: 'billing' })),
    ],
    [
      says('Scale billing to four replicas.', call('scale', { service: 'billing', replicas: 4 })),
      says('Make that five.', call('scale', { service: 'billing', replicas: 5 })),
    ],
    [
      answered('Did the build on main go through?', call('pipeline_status', { branch: 'main' }), {
        passed: false,
      }),
      says('And on develop?', call('pipeline_status', { branch: 'develop' })),
    ],
  ],
  [
    'They built a new school next to the park.',
    'I have to log in to everything twice.',
    'He was deployed overseas for a year.',
    'The scale in the bathroom is broken.',
    'She flagged down a taxi.',
    'What a great job you did with the curtains.',
    'Production of that car ended in 1998.',
    'It was an accident, nobody is to blame.',
    'The web of lies just got bigger.',
    'Is the release party on Friday?',
    'We ran out of things to say.',
    'I was on call all weekend and I am exhausted.',
  ],
);
