using System.Collections.Immutable;
using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using NlOpt.Cli.Commands.Policies;
using NlOpt.Cli.Configuration;
using NlOpt.Cli.LanguageModels;
using NlOpt.Cli.Screens;
using NlOpt.Datasets;
using NlOpt.Datasets.Hydro;
using NlOpt.Modeling;
using NlOpt.Policies.Ilgpu;
using NlOpt.Solving;
using NlOpt.Understanding;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt doctor</c>: tries what nlopt is made of and says how to mend what does not work.</summary>
internal static class DoctorCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var json = SharedOptions.Json();
        var command = new Command("doctor", "Say what works on this machine, and how to mend what does not.") { json };
        command.SetAction(parsed => Run(terminal, engines, parsed.GetValue(json), cancellationToken));
        return command;
    }

    private enum State
    {
        Ok,
        Missing,
        Unused,
    }

    /// <param name="Name">What was looked at.</param>
    /// <param name="State">How it is.</param>
    /// <param name="Detail">Version, path or what is wrong.</param>
    /// <param name="Remedy">How to mend it; null when there is nothing to mend.</param>
    /// <param name="IsNeeded">True when nlopt solve does not work without it.</param>
    private sealed record Finding(string Name, State State, string Detail, string? Remedy = null, bool IsNeeded = false);

    private static int Run(Terminal terminal, Engines engines, bool json, CancellationToken cancellationToken)
    {
        ImmutableArray<Finding> findings =
        [
            new("runtime", State.Ok, $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}"),
            Reader(engines),
            .. engines.Solvers.Value.Select(Solver),
            Data(engines),
            Hydro(engines),
            LanguageModel(engines, cancellationToken),
            Gpu(),
        ];
        if (json) WriteJson(terminal, findings);
        else Show(terminal, findings);
        return findings.Any(finding => finding is { IsNeeded: true, State: State.Missing }) ? ExitCode.Failed : ExitCode.Done;
    }

    private static Finding Reader(Engines engines)
    {
        var reader = engines.Formulator.Value;
        return reader.TryGetValue(out var formulator)
            ? new("reader", State.Ok, formulator is EmbeddedReader embedded ? $"embedded, weights {embedded.Weights.Sha256[..12]}" : "", IsNeeded: true)
            : Missing("reader", reader.Diagnostics, isNeeded: true);
    }

    /// <summary>Solves one tiny model; an engine that is there but broken shows as well.</summary>
    private static Finding Solver(ISolver solver)
    {
        var builder = new ModelBuilder();
        var x = builder.AddVariable("x", solver.Capabilities.ContinuousVariables ? VariableKind.Continuous : VariableKind.Integer, upper: 3);
        builder.SetObjective(ObjectiveSense.Maximize, LinearExpression.Of([new Term(x, 2)]));
        var solved = solver.Solve(builder.Build());
        var name = "solver " + solver.Name;
        if (!solved.TryGetValue(out var result)) return Missing(name, solved.Diagnostics, isNeeded: true);
        return result is { Termination: TerminationReason.Optimal, PrimalBound: { } value } && Math.Abs(value - 6) < 1e-6
            ? new(name, State.Ok, solver.GetType().Assembly.GetName().Name == "NlOpt.Solving" ? $"OR-Tools {OrToolsVersion()}" : "", IsNeeded: true)
            : new(name, State.Missing, $"it gave a wrong answer to a tiny model: {result.Detail ?? result.Termination.ToString()}", "install nlopt anew", true);
    }

    private static string OrToolsVersion() => Assembly.Load("Google.OrTools").GetName().Version?.ToString(3) ?? "";

    private static Finding Data(Engines engines)
    {
        var found = DataFolder.Find(engines.ConfiguredData, AppContext.BaseDirectory);
        return found.TryGetValue(out var folder) ? new("data", State.Ok, folder.Path) : Missing("data", found.Diagnostics, isNeeded: false);
    }

    /// <summary>The real case; the one that comes with the product needs nothing.</summary>
    private static Finding Hydro(Engines engines)
    {
        var opened = PolicyCase.Open(HydroCases.Bolivia, engines);
        if (!opened.IsSuccess) return Missing("hydro data", opened.Diagnostics, isNeeded: false);
        return new("hydro data", State.Ok, opened.Diagnostics.IsEmpty ? "the case bolivia, in its published files" : "the case bolivia, but not in its published files");
    }

    /// <summary>Makes small calls where a model is configured; one that does not answer in the end is no hindrance to anything else.</summary>
    private static Finding LanguageModel(Engines engines, CancellationToken cancellationToken)
    {
        const string Name = "language model";
        var read = SettingValues.Of(engines);
        if (!read.TryGetValue(out var values)) return Missing(Name, read.Diagnostics, isNeeded: false);
        if (values[Setting.Name] is null && values[Setting.Provider] is null && values[Setting.Address] is null && values[Setting.Replay] is null)
            return new(Name, State.Unused, "none is configured, and nothing here needs one; nlopt config set model.name NAME chooses one");
        var tried = ModelReport.Of(engines, values, cancellationToken);
        return tried.TryGetValue(out var report) ? new(Name, State.Ok, report) : Missing(Name, tried.Diagnostics, isNeeded: false);
    }

    private static Finding Gpu()
    {
        var opened = ComputeDevice.OpenGpu();
        if (!opened.TryGetValue(out var device)) return new("GPU", State.Unused, $"{opened.Diagnostics[0].Message}; everything runs on the processor");
        using (device) return new("GPU", State.Ok, $"{device.Name}; training does not use it yet");
    }

    private static Finding Missing(string name, ImmutableArray<Diagnostic> diagnostics, bool isNeeded)
    {
        var error = diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new(name, State.Missing, error.Message, error.Remedy, isNeeded);
    }

    private static void Show(Terminal terminal, ImmutableArray<Finding> findings)
    {
        var screen = new Screen(terminal.Output);
        screen.Columns(findings.Select(finding => (IRenderable[])
        [
            Screen.Words(Word(finding.State), finding.State switch { State.Ok => Screen.Good, State.Missing => Screen.Bad, _ => Screen.Faint }),
            Screen.Words(finding.Name),
            Screen.Words(finding.Detail + (finding.Remedy is null ? "" : $"; to mend it: {finding.Remedy}")),
        ]));
    }

    private static void WriteJson(Terminal terminal, ImmutableArray<Finding> findings) =>
        JsonOutput.Write(terminal, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", 1);
            writer.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                writer.WriteStartObject();
                writer.WriteString("name", finding.Name);
                writer.WriteString("state", Word(finding.State));
                writer.WriteString("detail", finding.Detail);
                writer.WriteString("remedy", finding.Remedy);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static string Word(State state) => state.ToString().ToLowerInvariant();
}
