using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.RescindNotice;

/// <summary>Withdraws a notice.</summary>
public sealed record RescindNoticeRequest
{
    /// <summary>Version of the notice, from the policy's events.</summary>
    public long? Of { get; init; }

    /// <summary>Day as of which the notice no longer stands.</summary>
    public DateOnly? On { get; init; }

    public string? Reason { get; init; }

    internal PolicyCommand Read(List<Error> problems)
    {
        var fields = new EventFields(problems);
        return new PolicyCommand.Rescind(fields.Given(Of, "of"), fields.Given(On, "on"))
        {
            Reason = fields.MayHaveReason(Reason),
        };
    }
}
