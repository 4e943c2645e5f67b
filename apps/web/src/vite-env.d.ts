declare module 'virtual:ippo-contract' {
  import type { endpoints } from '@ippo/contracts';
  const contract: typeof endpoints;
  export default contract;
}
declare module 'virtual:ippo-messages/*' {
  import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
  const messages: Record<string, MessageFormatElement[]>;
  export default messages;
}
declare module 'virtual:ippo-component-texts/*' {
  const texts: object;
  export default texts;
}
declare module '*.css';
declare module '*.svg' {
  const url: string;
  export default url;
}
