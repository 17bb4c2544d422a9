using MassTransit;
using Microsoft.Extensions.Options;
using Portal.Notification.Features.DrainSending;
using Portal.Notification.Features.GetDelivery;
using Portal.Notification.Features.ListDeliveries;
using Portal.Notification.Features.QueueDeliveries;
using Portal.Notification.Features.RetryDeliveries;
using Portal.Notification.Features.RetryDelivery;
using Portal.Notification.Features.SendCode;
using Portal.Notification.Features.SendDeliveries;
using Portal.Notification.Features.SendSecurityNotice;
using Portal.Notification.Smtp;
using Portal.Notification.Storage;
using Portal.Notification.Telemetry;
using Portal.Notification.Templates;
using Portal.Notification.Texts;
using Portal.Outbox;
using Portal.ServiceDefaults.Bus;
using Portal.ServiceDefaults.Clients;
using Portal.ServiceDefaults.Secrets;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Notification;

/// <summary>The service as a whole.</summary>
internal static class NotificationExtensions
{
    public static void AddNotification(this IHostApplicationBuilder builder)
    {
        builder.AddPortalDatabase<NotificationDb>("notificationdb", recordActionsOf: "notification");
        builder.AddPortalBus("notification", bus =>
        {
            bus.AddConsumer<CertificatesIssuedConsumer, CertificatesIssuedConsumerDefinition>();
            bus.AddConsumer<CodeRequestedConsumer, CodeRequestedConsumerDefinition>();
            bus.AddConsumer<SecurityNoticeRequestedConsumer, SecurityNoticeRequestedConsumerDefinition>();
        });
        builder.AddServiceClient<CertificateClient>("certificate", Scopes.DocumentsRead);
        builder.AddMail();
        builder.AddSending();
        builder.AddCodes();
    }

    public static void MapNotificationApi(this IEndpointRouteBuilder app)
    {
        var reading = app.MapGroup("/api/v1/deliveries").RequireScope(Scopes.DeliveriesRead).WithTags("Deliveries");
        reading.MapListDeliveries();
        reading.MapGetDelivery();

        var writing = app.MapGroup("/api/v1/deliveries").RequireScope(Scopes.DeliveriesWrite).WithTags("Deliveries");
        writing.MapRetryDelivery();
        writing.MapRetryDeliveries();

        app.MapDrain();
        app.MapBusOperations();
    }

    private static void AddMail(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<SmtpSettings>, SmtpSettingsValidator>();
        builder.Services.AddOptions<SmtpSettings>().BindConfiguration(SmtpSettings.Section).ValidateOnStart();
        builder.Services.AddSingleton<IMailTransport, SmtpTransport>();
        builder.Services.AddSingleton<MailSpans>();
        builder.Services.AddSingleton<MailMetrics>();
        builder.Services.AddHostedService<DeliveryWatch>();
        builder.Services.AddSingleton<UrgentMail>();
        builder.Services.AddSingleton<MailComposer>();
    }

    private static void AddCodes(this IHostApplicationBuilder builder)
    {
        builder.Services.AddCodeProtection();
        builder.Services.AddOptions<TextSettings>()
            .BindConfiguration(TextSettings.Section)
            .Validate(
                texts => texts.IsValid,
                "Set Texts__Domain to the domain of the gateway that turns mail into text messages, or leave it out to send none.")
            .ValidateOnStart();
        builder.Services.AddSingleton<ITextTransport, MailedTexts>();
        builder.Services.AddSingleton<CodeSender>();
    }

    private static void AddSending(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DeliverySettings>()
            .BindConfiguration(DeliverySettings.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<WorkSignal>();
        builder.Services.AddSingleton<Pause>();
        builder.Services.AddSingleton<ReceiptTable>();
        builder.Services.AddSingleton<DrainTable>();
        builder.Services.AddSingleton<InDoubtGate>();
        builder.Services.AddSingleton<MailSender>();
        builder.Services.AddScoped<DeliveryBatch>();
        builder.Services.AddHostedService<DeliverySender>();
        builder.Services.AddHostedService<DocumentsRehearsal>();
    }
}
