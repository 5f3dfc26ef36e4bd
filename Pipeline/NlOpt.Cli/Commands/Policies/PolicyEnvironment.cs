using System.Reflection;
using System.Runtime.InteropServices;
using NlOpt.Evaluation.Policies;

namespace NlOpt.Cli.Commands.Policies;

/// <summary>Where this process runs, for reports.</summary>
internal static class PolicyEnvironment
{
    public static RunEnvironment Of(Engines engines) => new(
        typeof(PolicyEnvironment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.RuntimeIdentifier,
        Environment.ProcessorCount,
        engines.StageSolver.Value.Name);
}
