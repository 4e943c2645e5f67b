import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';

/** A part of a page with an address of its own (`#id`). */
export function PageSection(props: {
  id: string;
  title: string;
  about?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={props.id} aria-label={props.title} className="page-section">
      <Container
        header={
          <Header variant="h2" description={props.about} actions={props.actions}>
            {props.title}
          </Header>
        }
      >
        <SpaceBetween size="m">{props.children}</SpaceBetween>
      </Container>
    </section>
  );
}
