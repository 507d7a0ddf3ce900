import { asks, call, either, maybe, says, type CaseGroup } from '../cases';
import { developer as toolset } from '../toolsets/developer';

export const developer: CaseGroup = {
  toolset,
  cases: [
    says("What's the git status?", call('git_status')),
    says('Did I change anything that is not committed yet?', call('git_status')),
    says('Check out the branch main.', call('git_checkout', { branch_name: 'main' })),
    says('Switch to the develop branch.', call('git_checkout', { branch_name: 'develop' })),
    says(
      'Commit with the message fix the login page.',
      call('git_commit', { message: 'fix the login page' }),
    ),
    says(
      'Create an issue titled crash when saving, label it as a bug.',
      call('create_issue', { title: 'crash when saving', label: 'bug' }),
    ),
    says('Open a new issue: add dark mode.', call('create_issue', { title: 'add dark mode' })),
    says('Which issues are open?', call('list_issues', { state: maybe('open') })),
    says('List all closed issues.', call('list_issues', { state: 'closed' })),
    says('Show me the issues assigned to Kim.', call('list_issues', { assignee: 'Kim' })),
    says('Run the tests.', call('run_tests')),
    says(
      'Can you run the tests for the parser package?',
      call('run_tests', { package: either('parser', 'parser package') }),
    ),
    says(
      'What do you remember about my sister?',
      call('memory_search_nodes', { query: either('my sister', 'sister') }),
    ),
    says('What columns does the orders table have?', call('describe_table', { table_name: 'orders' })),
    says('Describe the customers table.', call('describe_table', { table_name: 'customers' })),
    asks('Commit my changes.', 'git_commit', 'message'),
    asks('Switch branches.', 'git_checkout', 'branch_name'),
    [
      says('What does the table products look like?', call('describe_table', { table_name: 'products' })),
      says('And invoices?', call('describe_table', { table_name: 'invoices' })),
    ],
    [
      asks('I want to file an issue.', 'create_issue', 'title'),
      says('Typo in the readme.', call('create_issue', { title: 'typo in the readme' })),
    ],
    says('Run the tests and show me the git status.', call('run_tests'), call('git_status')),
    says('Anything left to commit?', call('git_status')),
    says('Take me to the branch hotfix.', call('git_checkout', { branch_name: 'hotfix' })),
    says(
      'I want to work on the staging branch, check it out.',
      call('git_checkout', { branch_name: 'staging' }),
    ),
    says(
      'Please commit my work, the message is add a search box.',
      call('git_commit', { message: 'add a search box' }),
    ),
    says(
      'Report a bug called the menu stays open.',
      call('create_issue', { title: 'the menu stays open', label: 'bug' }),
    ),
    says(
      'We need an issue: translate the manual, label documentation.',
      call('create_issue', { title: 'translate the manual', label: 'documentation' }),
    ),
    says(
      'What has Sandra got to do? List the issues assigned to her, Sandra.',
      call('list_issues', { assignee: 'Sandra' }),
    ),
    says('Are there open issues left?', call('list_issues', { state: 'open' })),
    says('Do the tests pass? Run them.', call('run_tests')),
    says(
      'Did I ever tell you about my allergies?',
      call('memory_search_nodes', { query: either('my allergies', 'allergies') }),
    ),
    says('What do you know about my car?', call('memory_search_nodes', { query: either('my car', 'car') })),
    says('Which columns are in the products table?', call('describe_table', { table_name: 'products' })),
    [
      says('Check out branch alpha.', call('git_checkout', { branch_name: 'alpha' })),
      says('No, beta.', call('git_checkout', { branch_name: 'beta' })),
    ],
    asks('I want to know the columns of a table.', 'describe_table', 'table_name'),
  ],
};
