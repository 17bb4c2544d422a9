using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.GiveCancellationNotice;

/// <summary>A notice of cancellation as it was mailed.</summary>
public sealed record GiveCancellationNoticeRequest
{
    /// <summary>Day on which it was mailed.</summary>
    public DateOnly? MailedOn { get; init; }

    /// <summary>Day on which cover ends at 12:01 a.m.</summary>
    public DateOnly? Effective { get; init; }

    /// <summary>Who ends the policy.</summary>
    public EndingParty? By { get; init; }

    /// <summary>Why, as the notice words it; for nonpayment ten days are usually asked for, else thirty.</summary>
    public string? Reason { get; init; }

    internal PolicyCommand Read(List<Error> problems)
    {
        var fields = new EventFields(problems);
        return new PolicyCommand.GiveNotice(
            fields.Given(MailedOn, "mailedOn"), fields.Given(Effective, "effective"), fields.Given(By, "by"))
        {
            Reason = fields.Reason(Reason),
        };
    }
}
