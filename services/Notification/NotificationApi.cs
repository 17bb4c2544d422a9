using Portal.Notification.Features.Deliveries.GetDelivery;
using Portal.Notification.Features.Deliveries.ListDeliveries;
using Portal.Notification.Features.Deliveries.RetryDeliveries;
using Portal.Notification.Features.Sending.DrainSending;
using Portal.ServiceDefaults.Bus;

namespace Portal.Notification;

/// <summary>The service's routes. Whatever is not named here is closed.</summary>
internal static class NotificationApi
{
    public static void MapNotificationApi(this IEndpointRouteBuilder routes)
    {
        routes.MapListDeliveries();
        routes.MapGetDelivery();
        routes.MapRetryDeliveries();
        routes.MapDrainSending();
        routes.MapResumeSending();
        routes.MapBusOperations();
    }
}
