import { useEffect } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { goBack } from '@/platform/navigate';
import { showPart } from '@/platform/show-part';
import type { Field } from '../field-page';
import { VisitItem } from '../visits/visit-item';

const id = 'saved-visit';

/** It stands on the phone; from here each need becomes a ticket by one tap. */
export function SavedVisit({ field, visitId }: { field: Field; visitId: string }) {
  useEffect(() => showPart(id), []);
  const visit = field.visits.find((each) => each.id === visitId);
  const name = field.women.find((woman) => woman.id === visit?.linkId)?.name ?? '';
  return (
    <>
      <View id={id}>
        <Note tone="ok" title="记下了，存在手机里。有网会自动上传。" />
      </View>
      {visit && <VisitItem visit={visit} name={name} today={field.today} />}
      <Button onTap={goBack}>好了</Button>
    </>
  );
}
