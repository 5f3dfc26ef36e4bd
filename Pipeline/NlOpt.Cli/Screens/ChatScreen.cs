using NlOpt.Cli.Chat;
using NlOpt.Dialogue.Conversation;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Pipeline;
using NlOpt.Pipeline.Diagnosis;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>The parts of a conversation on a screen, apart from plans and cards.</summary>
internal static class ChatScreen
{
    private static readonly (string Command, string Meaning)[] Commands =
    [
        ("/show", "what was understood so far"),
        ("/model", "the same as algebra"),
        ("/solve", "the best plan with its reasons"),
        ("/why", "why this plan: the limits that hold it; or why there is none, and what would mend it"),
        ("/whatif CHANGE", "solve with a change and compare: chairs <= 30; at least 5 tables; rule 2: 50; without rule 3"),
        ("/undo", "take back your last message"),
        ("/save FILE", "write a copy of the conversation"),
        ("/load FILE", "take up the conversation of a file"),
        ("/export FORMAT FILE", $"write the model as {PlainSentence.List(ChatOrder.ExportFormats)}"),
        ("/help", "this list"),
        ("/quit", "leave; the conversation is kept"),
    ];

    /// <summary>What there is to know before the first question.</summary>
    public static void Welcome(Screen screen)
    {
        screen.Heading("NlOpt");
        screen.Paragraph(
            "Tell me about a decision, and I find the best plan. Answer in your own words; /help lists what else you can type, /quit leaves.",
            Screen.Faint);
        screen.Gap();
    }

    /// <summary>What the agent says.</summary>
    public static void Say(Screen screen, Turn turn)
    {
        // The points of a summary are on the cards above, where they could be read.
        var text = turn is { Kind: TurnKind.Summary, Formulation: not null }
            ? turn.Text[(turn.Text.LastIndexOf('\n') + 1)..] + " Say yes, or what is wrong."
            : turn.Text;
        screen.Columns([[Screen.Words("NlOpt", Screen.Speaker), Screen.Words(text, Screen.Strong)]]);
    }

    /// <summary>What the client said, where it was not typed on this screen.</summary>
    public static void Recall(Screen screen, Turn turn) => screen.Columns([[Screen.Words("you  ", Screen.Faint), Screen.Words(turn.Text)]]);

    /// <summary>The commands.</summary>
    public static void Help(Screen screen)
    {
        screen.Heading("What you can type");
        screen.Paragraph("Anything that does not begin with / is a message. The commands:");
        screen.Columns(Commands.Select(command => (IRenderable[])[Screen.Words(command.Command, Screen.Strong), Screen.Words(command.Meaning)]));
    }

    /// <summary>The model as algebra.</summary>
    public static void Algebra(Screen screen, Model model)
    {
        screen.Heading("The model");
        screen.Paragraph(AlgebraText.OfObjective(model), Screen.Algebra);
        var rows = model.Rows.Select(row => AlgebraText.Of(row, model)).Concat(model.Indicators.Select(row => AlgebraText.Of(row, model))).ToList();
        if (rows.Count > 0) screen.Paragraph("subject to");
        screen.Columns(rows.Select((row, index) => (IRenderable[])
            [Screen.Words(FigureWords.Count(index + 1) + "."), Screen.Words(Screen.Pretty(row), Screen.Algebra)]));
        foreach (var kind in model.Variables.GroupBy(variable => variable.Kind))
            screen.Paragraph($"{PlainSentence.List(kind.Select(variable => variable.Name))}: {Described(kind.Key)}", Screen.Faint);
    }

    /// <summary>What the plan rests on, the limits that hold it first.</summary>
    public static void Reasons(Screen screen, Solution solution, IEnumerable<LimitWorth> worths)
    {
        screen.Heading("Why this plan");
        screen.Paragraph(solution.Summary, Screen.Strong);
        var formulation = solution.Formulation;
        var byBinding = worths.Zip(solution.Statements).ToLookup(pair => pair.Second.IsBinding);
        screen.Paragraph(byBinding[true].Any() ? "It cannot be better because of:" : "None of the rules stands in its way.");
        screen.Columns(byBinding[true].Select(pair => Reason(pair.Second, pair.First.Text, formulation)));
        if (!byBinding[false].Any()) return;
        screen.Paragraph("There is room left in:");
        screen.Columns(byBinding[false].Select(pair => Reason(pair.Second, null, formulation)));
    }

    /// <summary>A change beside the plan as things are.</summary>
    public static void WhatIf(Screen screen, WhatIfOutcome outcome, ConflictReport? conflicts)
    {
        screen.Heading("What if");
        screen.Columns(
        [
            [Screen.Words("as it is", Screen.Faint), Screen.Words(outcome.Before.Summary)],
            [Screen.Words("changed", Screen.Faint), Screen.Words(outcome.After.Summary, Screen.Strong)],
        ]);
        if (outcome.Gain is { } gain) screen.Paragraph(outcome.Text, IsBetter(gain, outcome.Before.Formulation) ? Screen.Good : Screen.Warning);
        if (conflicts is not null) ConflictScreen.Show(screen, outcome.Changed, conflicts);
    }

    private static IRenderable[] Reason(StatementOutcome outcome, string? worth, ProblemFormulation formulation) =>
    [
        Screen.Words($"Rule {FigureWords.Count(outcome.Index + 1)}"),
        Screen.Stack(
        [
            Screen.Words(PlainSentence.Of(outcome.Statement, formulation), outcome.IsBinding ? Screen.Strong : Screen.Plain),
            .. FormulationScreen.QuoteOf(outcome.Statement.Evidence, formulation) is { } quote
                ? [Screen.Words(quote, Screen.Quote)]
                : Array.Empty<IRenderable>(),
            Screen.Words(outcome.Text),
            .. worth is not null ? [Screen.Words(worth, Screen.Good)] : Array.Empty<IRenderable>(),
        ]),
    ];

    private static bool IsBetter(double gain, ProblemFormulation formulation) =>
        formulation.Objective.Sense == ObjectiveSense.Maximize ? gain > 0 : gain < 0;

    private static string Described(VariableKind kind) => kind switch
    {
        VariableKind.Continuous => "any amount",
        VariableKind.Integer => "whole numbers",
        _ => "yes or no",
    };
}
