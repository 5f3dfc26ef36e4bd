using NlOpt.Datasets;
using NlOpt.Datasets.Hydro;
using NlOpt.Modeling;
using NlOpt.Policies.Examples;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Problems;

namespace NlOpt.Cli.Commands.Policies;

/// <summary>A problem that policies are for, with the name by which commands find it again.</summary>
/// <param name="Name">A name that the product knows, or the full path of a folder.</param>
/// <param name="Problem">The problem.</param>
/// <param name="Fingerprint">Its checksum.</param>
internal sealed record PolicyCase(string Name, MultistageProblem Problem, string Fingerprint)
{
    /// <summary>What <c>--case</c> takes, for help and messages.</summary>
    public const string Forms = "inventory, newsvendor, production, valley, bolivia, case3 or another hydrothermal case by name, or the folder of one";

    /// <summary>Opens a case by name or folder; warnings come with it.</summary>
    public static Result<PolicyCase> Open(string name, Engines engines)
    {
        if (string.IsNullOrWhiteSpace(name)) return Unknown(name);
        if (ExampleProblems.Find(name) is { } example) return Result.Success(Of(name, example.Create()));
        var isNamed = HydroCases.Names.Contains(name);
        if (!isNamed && !Directory.Exists(name)) return Unknown(name);
        var found = DataFolder.Find(engines.ConfiguredData, AppContext.BaseDirectory);
        if (isNamed && name != HydroCases.Valley && !found.IsSuccess) return NoData(name, found.Diagnostics[0].Message);
        var opened = HydroCases.Open(name, found.TryGetValue(out var data) ? data : null);
        return opened.TryGetValue(out var hydro)
            ? Result.Success(Of(isNamed ? name : Path.GetFullPath(name), HydroProblem.Of(hydro.Case)), opened.Diagnostics)
            : Result.Failure<PolicyCase>(opened.Diagnostics);
    }

    private static PolicyCase Of(string name, MultistageProblem problem) => new(name, problem, ProblemFingerprint.Of(problem));

    private static Result<PolicyCase> Unknown(string name) => Result.Failure<PolicyCase>(Diagnostic.Error(
        "policy.unknown-case",
        $"there is no case and no folder '{name}'",
        remedy: $"the cases are {string.Join(", ", ExampleProblems.All.Select(problem => problem.Name).Concat(HydroCases.Names))}; or name a folder"));

    private static Result<PolicyCase> NoData(string name, string reason) => Result.Failure<PolicyCase>(Diagnostic.Error(
        "data.not-found",
        $"the case '{name}' lies in the data folder, but {reason}",
        remedy: $"set {DataFolder.EnvironmentVariable} to the folder that holds lthd/; the case '{HydroCases.Valley}' needs no data"));
}
