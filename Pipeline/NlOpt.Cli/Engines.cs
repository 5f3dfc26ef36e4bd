using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;
using NlOpt.Understanding;

namespace NlOpt.Cli;

/// <summary>
/// The engines behind the commands. Each is made when a command first needs it, because loading one takes longer than most commands.
/// </summary>
/// <param name="Formulator">Reads text; or says why it cannot.</param>
/// <param name="Solver">Solves models, whichever engine fits.</param>
/// <param name="Solvers">Every engine by itself.</param>
/// <param name="StageSolver">Solves linear programs again and again, for policies.</param>
/// <param name="ConfiguredData">The folder NLOPT_DATA names; null when unset.</param>
internal sealed record Engines(
    Lazy<Result<IFormulator>> Formulator, Lazy<ISolver> Solver, Lazy<ImmutableArray<ISolver>> Solvers, Lazy<ISolver> StageSolver,
    string? ConfiguredData)
{
    /// <summary>The engines that come with the product.</summary>
    public static Engines OfProcess() => new(
        new(LoadReader),
        new(() => OrToolsSolvers.Automatic),
        new(() => OrToolsSolvers.All),
        new(() => OrToolsSolvers.Clp),
        Environment.GetEnvironmentVariable("NLOPT_DATA"));

    private static Result<IFormulator> LoadReader()
    {
        try
        {
            return Result.Success<IFormulator>(new EmbeddedReader());
        }
        catch (InvalidOperationException error)
        {
            return Result.Failure<IFormulator>(Diagnostic.Error("reader.weights", error.Message, remedy: "run 'nlopt train-reader' and build again"));
        }
    }
}
