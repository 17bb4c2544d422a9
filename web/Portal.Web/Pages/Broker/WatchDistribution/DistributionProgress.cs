using Portal.ServiceDefaults.Paging;
using Portal.Web.Api.Certificates;
using Portal.Web.Api.Deliveries;

namespace Portal.Web.Pages.Broker.WatchDistribution;

/// <summary>A distribution as it is watched.</summary>
/// <param name="Distribution">How it stands.</param>
/// <param name="Failed">Mails that were given up; null when they can't be listed at the moment.</param>
/// <param name="IsSendingAgain">Whether mails of one that had ended are on their way once more.</param>
public sealed record DistributionProgress(Distribution Distribution, Page<Delivery>? Failed, bool IsSendingAgain)
{
    /// <summary>Whether the page need not be renewed any more.</summary>
    public bool IsOver => Distribution.HasEnded && !IsSendingAgain;
}
