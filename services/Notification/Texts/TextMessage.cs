namespace Portal.Notification.Texts;

/// <summary>A text message to one telephone.</summary>
/// <param name="Cause">What decides it, so that a second sending of the same is recognised.</param>
/// <param name="Mobile">Number in E.164, with the plus sign.</param>
/// <param name="Body">What is shown; line breaks are kept.</param>
internal sealed record TextMessage(Guid Cause, string Mobile, string Body);
