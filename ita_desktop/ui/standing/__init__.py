"""วิเคราะห์คะแนน: what other scores would come to, how they went over the years, where we stand among others."""
