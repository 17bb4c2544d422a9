using MassTransit;
using Microsoft.Extensions.Options;
using Portal.Notification.Features.GetDelivery;
using Portal.Notification.Features.ListDeliveries;
using Portal.Notification.Features.QueueDeliveries;
using Portal.Notification.Features.RetryDelivery;
using Portal.Notification.Features.SendDeliveries;
using Portal.Notification.Smtp;
using Portal.Notification.Storage;
using Portal.Notification.Templates;
using Portal.Outbox;
using Portal.ServiceDefaults.Bus;
using Portal.ServiceDefaults.Clients;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Notification;

/// <summary>The service as a whole.</summary>
internal static class NotificationExtensions
{
    public static void AddNotification(this IHostApplicationBuilder builder)
    {
        builder.AddPortalDatabase<NotificationContext>("notificationdb", recordActionsOf: "notification");
        builder.AddPortalBus("notification", bus => bus.AddConsumer<CertificatesIssuedConsumer, CertificatesIssuedConsumerDefinition>());
        builder.AddServiceClient<CertificateClient>("certificate", Scopes.DocumentsRead);
        builder.AddMail();
        builder.AddSending();
    }

    public static void MapNotificationApi(this IEndpointRouteBuilder app)
    {
        var reading = app.MapGroup("/api/v1/deliveries").RequireScope(Scopes.DeliveriesRead).WithTags("Deliveries");
        reading.MapListDeliveries();
        reading.MapGetDelivery();

        var writing = app.MapGroup("/api/v1/deliveries").RequireScope(Scopes.DeliveriesWrite).WithTags("Deliveries");
        writing.MapRetryDelivery();
    }

    private static void AddMail(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<SmtpSettings>, SmtpSettingsValidator>();
        builder.Services.AddOptions<SmtpSettings>().BindConfiguration(SmtpSettings.Section).ValidateOnStart();
        builder.Services.AddSingleton<IMailTransport, SmtpTransport>();
        builder.Services.AddSingleton<MailComposer>();
    }

    private static void AddSending(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DeliverySettings>()
            .BindConfiguration(DeliverySettings.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<WorkSignal>();
        builder.Services.AddSingleton<Pause>();
        builder.Services.AddSingleton<ReceiptTable>();
        builder.Services.AddSingleton<InDoubtGate>();
        builder.Services.AddSingleton<MailSender>();
        builder.Services.AddScoped<DeliveryBatch>();
        builder.Services.AddHostedService<DeliverySender>();
        builder.Services.AddHostedService<DocumentsRehearsal>();
    }
}
