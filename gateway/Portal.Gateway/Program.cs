using Portal.Gateway;
using Portal.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddHostDefaults();
builder.AddGatewayServices();

var app = builder.Build();
app.UseGatewayPipeline();
await app.RunAsync();
