using NlOpt.Cli.Screens;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Pipeline;
using NlOpt.Solving;

namespace NlOpt.Cli.Commands;

/// <summary>The part of <c>nlopt solve</c> that takes a model file.</summary>
internal sealed class ModelSolving(Terminal terminal, Engines engines, SolveRequest request)
{
    public int Run(ModelFormat format, CancellationToken cancellationToken)
    {
        var text = InputText.Read(request.Path, InputText.LongestModel, terminal.OpenInput);
        if (!text.TryGetValue(out var content)) return Refuse(text);
        var read = format.Read(content, request.Path);
        if (!read.TryGetValue(out var model)) return Refuse(read);
        FailureScreen.Show(terminal, read.Diagnostics);
        model = WithKinds(model, request.Kinds);
        if (request.Model is { } wanted)
        {
            ModelOutput.Write(terminal, model, wanted);
            return ExitCode.Done;
        }

        var solved = engines.Solver.Value.Solve(model, request.Options, cancellationToken);
        if (!solved.TryGetValue(out var result)) return Refuse(solved);
        if (request.Json) JsonOutput.Write(terminal, writer => SolutionJson.Write(writer, model, result));
        else ModelScreen.Show(new Screen(terminal.Output), model, result);
        return OutcomeWords.ExitCodeOf(result.Termination, result.Primal is not null);
    }

    /// <summary>The same model with other kinds; binary variables are yes or no and stay so.</summary>
    private static Model WithKinds(Model model, AmountKinds kinds)
    {
        if (kinds == AmountKinds.AsUnderstood) return model;
        var kind = kinds == AmountKinds.AllInteger ? VariableKind.Integer : VariableKind.Continuous;
        var builder = new ModelBuilder(model.Name);
        foreach (var variable in model.Variables)
            builder.AddVariable(variable.Name, variable.Kind == VariableKind.Binary ? VariableKind.Binary : kind, variable.Lower, variable.Upper);
        foreach (var row in model.Rows) builder.AddRow(row.Expression, row.Lower, row.Upper, row.Name);
        foreach (var indicator in model.Indicators)
            builder.AddIndicator(indicator.Binary, indicator.ActiveValue, indicator.Expression, indicator.Lower, indicator.Upper, indicator.Name);
        builder.SetObjective(model.Objective.Sense, model.Objective.Expression);
        return builder.Build();
    }

    private int Refuse<T>(Result<T> result)
    {
        FailureScreen.Show(terminal, result.Diagnostics);
        return ExitCode.Of(result.Diagnostics);
    }
}
