import { asks, call, either, maybe, says, type CaseGroup } from '../cases';
import { developer as toolset } from '../toolsets/developer';

export const developer: CaseGroup = {
  toolset,
  cases: [
    says('Show me the status of the repository.', call('git_status')),
    says('Which files have uncommitted changes?', call('git_status')),
    says('What were the last five commits?', call('git_log', { max_count: 5 })),
    says('Show me the git log.', call('git_log')),
    says('Go to branch release.', call('git_checkout', { branch_name: 'release' })),
    says(
      'Could you check out the feature branch called search?',
      call('git_checkout', { branch_name: 'search' }),
    ),
    says(
      'Commit this as update the translations.',
      call('git_commit', { message: 'update the translations' }),
    ),
    says('Make a commit, message: remove dead code.', call('git_commit', { message: 'remove dead code' })),
    says(
      'File a bug: the window flickers on start.',
      call('create_issue', { title: 'the window flickers on start', label: 'bug' }),
    ),
    says(
      'Create a GitHub issue called support Windows on ARM.',
      call('create_issue', { title: 'support Windows on ARM' }),
    ),
    says(
      'Open an issue titled explain the settings, label documentation.',
      call('create_issue', { title: 'explain the settings', label: 'documentation' }),
    ),
    says('What issues do we have that are still open?', call('list_issues', { state: maybe('open') })),
    says('Show me every issue, open and closed.', call('list_issues', { state: 'all' })),
    says('Which issues are assigned to Ravi?', call('list_issues', { assignee: 'Ravi' })),
    says('Could you run the test suite, please?', call('run_tests')),
    says('Test the network package.', call('run_tests', { package: either('network', 'network package') })),
    says(
      'Do you remember what my favourite restaurant is called?',
      call('memory_search_nodes', {
        query: either('favourite restaurant', 'my favourite restaurant', 'favorite restaurant'),
      }),
    ),
    says(
      'What did I tell you about the Paris trip?',
      call('memory_search_nodes', { query: either('Paris trip', 'the Paris trip') }),
    ),
    says(
      'Remember that I take my coffee black.',
      call('memory_add_observation', {
        content: either('I take my coffee black', 'that I take my coffee black', 'takes coffee black'),
      }),
    ),
    says(
      'Keep in mind that my dog is called Bruno.',
      call('memory_add_observation', {
        content: either('my dog is called Bruno', 'that my dog is called Bruno'),
      }),
    ),
    says('Give me the schema of the invoices table.', call('describe_table', { table_name: 'invoices' })),
    says('Which fields are there in customers?', call('describe_table', { table_name: 'customers' })),
    says('How many products are in the database?', call('count_rows', { table_name: 'products' })),
    says('Count the rows in orders.', call('count_rows', { table_name: 'orders' })),
    asks('Describe a table.', 'describe_table', 'table_name'),
    [
      asks('Commit everything.', 'git_commit', 'message'),
      says('Bump the version.', call('git_commit', { message: 'bump the version' })),
    ],
    [
      says('How many customers do we have?', call('count_rows', { table_name: 'customers' })),
      says('And how many invoices?', call('count_rows', { table_name: 'invoices' })),
    ],
    [says('Start the test suite.', call('run_tests')), says('Again, please.', call('run_tests'))],
    says(
      'Check out main and run the tests.',
      call('git_checkout', { branch_name: 'main' }),
      call('run_tests'),
    ),
  ],
};
