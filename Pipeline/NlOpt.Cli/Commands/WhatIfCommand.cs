using System.CommandLine;
using NlOpt.Cli.Screens;
using NlOpt.Pipeline.Diagnosis;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt whatif</c>: the plan under a change, beside the plan as things are.</summary>
internal static class WhatIfCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var changes = new Argument<string[]>("CHANGE")
        {
            Description = "A change, such as \"chairs <= 30\", \"at least 5 tables\", \"rule 2: 50\" or \"without rule 3\"; several go together.",
            Arity = ArgumentArity.OneOrMore,
        };
        var shared = new ReasonOptions();
        var command = new Command("whatif", "Say what a change of the problem would do to the plan.") { changes };
        shared.AddTo(command);
        command.SetAction(parsed => Run(new ReasonGiving(terminal, engines, shared.Of(parsed)), parsed.GetRequiredValue(changes), cancellationToken));
        return command;
    }

    private static int Run(ReasonGiving giving, string[] phrases, CancellationToken cancellationToken)
    {
        var solved = giving.Solve(cancellationToken);
        if (!solved.TryGetValue(out var before)) return giving.Refuse(solved);
        var read = ChangeText.ReadAll(phrases, before.Formulation);
        if (!read.TryGetValue(out var changes)) return giving.Refuse(read);
        var tried = giving.Finder.WhatIf(before, changes, cancellationToken);
        if (!tried.TryGetValue(out var outcome)) return giving.Refuse(tried);
        return giving.Answer(ReasonGiving.ExitCodeOf(outcome.After), screen => Show(screen, outcome), writer => DiagnosisJson.Write(writer, outcome));
    }

    private static void Show(Screen screen, WhatIfOutcome outcome)
    {
        screen.Heading("As things are");
        screen.Paragraph(outcome.Before.Summary);
        screen.Gap();
        screen.Heading("With the change");
        screen.Paragraph(outcome.After.Summary, Screen.Strong);
        if (outcome.Gain is not null) screen.Paragraph(outcome.Text);
    }
}
