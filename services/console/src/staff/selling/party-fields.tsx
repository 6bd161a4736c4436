import { Col, Form, InputNumber, Row } from 'antd';
import { texts } from './texts.ts';
import { categories, travellerCategories } from './words.ts';

/** How many of each category travel, and how many of the adults have a room alone: `counts` and `singleRooms` of a form. */
export function PartyFields() {
  const t = texts.use();
  return (
    <Row gutter={16}>
      {travellerCategories.map((category) => (
        <Col key={category} xs={12} md={8} xl={4}>
          <Form.Item name={['counts', category]} label={categories.word(category)}>
            <InputNumber min={0} max={500} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        </Col>
      ))}
      <Col xs={12} md={8} xl={4}>
        <Form.Item name="singleRooms" label={t('singleRooms')} tooltip={{ title: t('singleRoomsHint') }}>
          <InputNumber min={0} max={500} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </Col>
    </Row>
  );
}
