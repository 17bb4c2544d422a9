using System.Security.Claims;
using Portal.Notification.Domain;
using Portal.Notification.Storage;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Notification.Features;

/// <summary>The deliveries that a caller may see.</summary>
internal static class VisibleDeliveries
{
    /// <summary>Those of the caller's agency, which the context's filter sees to; of its account alone where it is bounded to one.</summary>
    public static IQueryable<Delivery> VisibleTo(this NotificationContext db, ClaimsPrincipal caller) =>
        caller.AccountId() is { } account ? db.Deliveries.Where(delivery => delivery.AccountId == account) : db.Deliveries;
}
