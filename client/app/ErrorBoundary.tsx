import { Component, type ReactNode } from 'react';
import { type WithTranslation, withTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';

type Props = WithTranslation & { readonly children: ReactNode };

/** Keeps a failure of one part from taking the page down, and offers the way on. */
class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    const { t, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <div className="state state-error" role="alert">
        <p className="state-title">{t('state.crashed')}</p>
        <p>{t('state.crashedHint')}</p>
        <div className="row">
          <Button onClick={() => this.setState({ failed: false })}>{t('action.retry')}</Button>
          <Button variant="primary" onClick={() => location.reload()}>
            {t('action.reload')}
          </Button>
        </div>
      </div>
    );
  }
}

export const ErrorBoundary = withTranslation()(Boundary);
