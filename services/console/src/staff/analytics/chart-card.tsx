import { Card, Col, Row } from 'antd';
import type { ReactNode } from 'react';
import './analytics.css';

/** A chart and its table side by side: the same figures for those who see and for those who read or hear. */
export function ChartCard({
  title,
  chart,
  table,
}: {
  readonly title: string;
  readonly chart: ReactNode;
  readonly table: ReactNode;
}) {
  return (
    <Card title={title}>
      <Row gutter={[24, 16]}>
        <Col xs={24} xl={14}>
          {chart}
        </Col>
        <Col xs={24} xl={10} className="chart-table">
          {table}
        </Col>
      </Row>
    </Card>
  );
}
