using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Modeling;
using NlOpt.Policies.Sddp;
using NlOpt.Policies.Sddp.RiskMeasures;
using NlOpt.Policies.Sddp.Stopping;
using NlOpt.Policies.Training;
using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Training;
using NlOpt.Solving;

namespace NlOpt.Cli.Commands.Policies;

/// <summary>Makes trainers from the words of the command line, or of training.json, where they stand by the name of their option.</summary>
internal static class TrainerChoice
{
    public const string Network = "network", Targets = "targets", Window = "window", Risk = "risk", Cuts = "cuts", Paths = "paths", Stalling = "stalling";
    public const string Penalised = "penalised";
    private const string Strict = "strict", Never = "never";
    private const int MostStages = 10_000, MostPaths = 1000, MostIterations = 1_000_000;

    /// <summary>The options that a method has.</summary>
    public static ImmutableArray<string> OptionsOf(string method) => method switch
    {
        "tsddr" => [Network, Targets, Window],
        "tsldr" => [Targets, Window],
        "sddp" => [Risk, Cuts, Paths, Stalling],
        _ => [],
    };

    /// <summary>Says what is wrong with a value; null when nothing is.</summary>
    public static string? Objection(string option, string value) => option switch
    {
        Network => Fault(NetworkShape.Parse(value)),
        Targets => value is Strict or Penalised ? null : "write strict or penalised.",
        Window => Whole(value, MostStages) is null ? "write a whole number of stages from 1 to 10000." : null,
        Risk => Fault(RiskMeasureText.Parse(value)),
        Cuts => value is "single" or "multiple" ? null : "write single or multiple.",
        Paths => Whole(value, MostPaths) is null ? "write a whole number from 1 to 1000." : null,
        Stalling => value == Never || Whole(value, MostIterations) is not null ? null : "write a whole number of iterations from 1, or never.",
        _ => throw new ArgumentOutOfRangeException(nameof(option), option, "There is no such option."),
    };

    /// <summary>The trainer of a method.</summary>
    /// <param name="method"><c>tsddr</c>, <c>tsldr</c> or <c>sddp</c>.</param>
    /// <param name="settings">Values without objection.</param>
    /// <param name="solver">Solves linear programs.</param>
    public static IPolicyTrainer Make(string method, ImmutableSortedDictionary<string, string> settings, ISolver solver)
    {
        string? Value(string option) => settings.GetValueOrDefault(option);
        if (method != "sddp")
        {
            var options = new TsddrOptions();
            if (method == "tsldr") options = options with { Network = new NetworkShape.Linear() };
            else if (Value(Network) is { } shape) options = options with { Network = NetworkShape.Parse(shape).Value };
            if (Value(Targets) == Penalised)
                options = options with { Penalized = new PenalizedTargets { WindowLength = Value(Window) is { } window ? Whole(window, MostStages) : null } };
            return new TsddrTrainer(solver, options);
        }

        var sddp = new SddpOptions();
        if (Value(Risk) is { } risk) sddp = sddp with { RiskMeasure = RiskMeasureText.Parse(risk).Value };
        if (Value(Cuts) is { } cuts) sddp = sddp with { CutKind = cuts == "multiple" ? CutKind.Multiple : CutKind.Single };
        if (Value(Paths) is { } paths) sddp = sddp with { Paths = Whole(paths, MostPaths)!.Value };
        if (Value(Stalling) is { } stalling) sddp = sddp with { Stalling = stalling == Never ? null : new BoundStalling { Iterations = Whole(stalling, MostIterations)!.Value } };
        return new SddpTrainer(solver, sddp);
    }

    private static string? Fault<T>(Result<T> parsed) => parsed.IsSuccess ? null : $"{parsed.Diagnostics[0].Message.TrimEnd('.')}; {parsed.Diagnostics[0].Remedy}.";

    private static int? Whole(string text, int largest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= largest ? number : null;
}
