using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.GiveNonRenewalNotice;

/// <summary>A notice of non-renewal as it was mailed.</summary>
public sealed record GiveNonRenewalNoticeRequest
{
    /// <summary>Day on which it was mailed.</summary>
    public DateOnly? MailedOn { get; init; }

    /// <summary>Who does not renew.</summary>
    public EndingParty? By { get; init; }

    public string? Reason { get; init; }

    internal PolicyCommand Read(List<Error> problems)
    {
        var fields = new EventFields(problems);
        return new PolicyCommand.NotRenew(fields.Given(MailedOn, "mailedOn"), fields.Given(By, "by"))
        {
            Reason = fields.MayHaveReason(Reason),
        };
    }
}
