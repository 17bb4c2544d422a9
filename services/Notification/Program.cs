using Portal.Notification;
using Portal.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddNotificationServices();

var app = builder.Build();
app.UseServiceDefaults();
app.MapNotificationApi();
await app.RunAsync();
