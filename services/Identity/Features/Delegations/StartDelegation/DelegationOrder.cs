using Portal.Identity.Domain.Delegations;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Delegations.StartDelegation;

/// <summary>A request to step in whose every part is understood.</summary>
internal sealed record DelegationOrder(Guid AccountId, DelegationMode Mode, string Reason, int Minutes)
{
    /// <summary>Reads a request, or says everything that is wrong with it.</summary>
    public static (DelegationOrder? Order, IReadOnlyList<Error> Problems) Read(StartDelegationRequest request)
    {
        var (mode, reason) = (
            DelegationModes.Parse(request.Mode ?? DelegationMode.View.Claim()), request.Reason?.Trim() ?? "");
        var minutes = request.Minutes ?? Delegation.MaxMinutes;
        var problems = new List<Error>();
        if (request.ClientId is null)
        {
            problems.Add(new FieldRequired("clientId"));
        }

        if (mode is null)
        {
            problems.Add(new FieldInvalid("mode", "'mode' takes one of view, manage; left out it is view."));
        }

        if (reason.Length is < Delegation.ShortestReason or > Delegation.LongestReason)
        {
            problems.Add(DelegationReason.Invalid);
        }

        if (minutes is < 1 or > Delegation.MaxMinutes)
        {
            problems.Add(
                new FieldOutOfRange(
                    "minutes", $"'minutes' is 1 to {Delegation.MaxMinutes}; when the time is over, step in again."));
        }

        return problems is []
            ? (new DelegationOrder(request.ClientId!.Value, mode!.Value, reason, minutes), problems)
            : (null, problems);
    }
}
