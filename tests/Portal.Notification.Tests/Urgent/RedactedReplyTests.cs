using Portal.Notification.Urgent;
using Xunit;

namespace Portal.Notification.Tests.Urgent;

public sealed class RedactedReplyTests
{
    [Theory]
    [InlineData("550 5.1.1 <jo.doe+x@example.org>: Recipient address "
        + "rejected", "550 5.1.1 <***@example.org>: Recipient address rejected")]
    [InlineData("421 4.3.2 jo@a.example jürgen@b.example", "421 4.3.2 ***@a.example ***@b.example")]
    [InlineData("550 rejected (jo@example.org)", "550 rejected (***@example.org)")]
    [InlineData("554 5.7.1 Found 73519402", "554 5.7.1 Found ***")]
    [InlineData("554 5.7.1 Found 7351 9402.", "554 5.7.1 Found ***.")]
    [InlineData("550 no 15550102030@sms.example", "550 no ***@sms.example")]
    [InlineData("250 2.0.0 queued", "250 2.0.0 queued")]
    [InlineData("The relay did not answer within 60 seconds.", "The relay did not answer within 60 seconds.")]
    public void An_answer_keeps_its_reason_and_loses_the_person_and_the_code(string answer, string kept) =>
        Assert.Equal(kept, RedactedReply.Of(answer));
}
