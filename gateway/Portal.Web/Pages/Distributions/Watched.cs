using Portal.ServiceDefaults.Paging;
using Portal.Web.Services.Certificates;
using Portal.Web.Services.Deliveries;

namespace Portal.Web.Pages.Distributions;

/// <summary>A distribution as it is watched.</summary>
/// <param name="Distribution">How it stands.</param>
/// <param name="Failed">Mails that were given up; null when they can't be listed at the moment.</param>
/// <param name="IsSendingAgain">Whether mails of one that had ended are on their way once more.</param>
public sealed record Watched(Distribution Distribution, Page<Delivery>? Failed, bool IsSendingAgain)
{
    /// <summary>Whether the page need not be renewed any more.</summary>
    public bool IsOver => Distribution.HasEnded && !IsSendingAgain;
}
