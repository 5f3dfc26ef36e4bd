using Spectre.Console;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>The few shapes that all screens are made of, so that they look alike. Everything shown is made harmless first.</summary>
internal sealed class Screen(IAnsiConsole console)
{
    private static readonly Style HeadingStyle = new(Color.Blue, decoration: Decoration.Bold);

    /// <summary>Ordinary text.</summary>
    public static Style Plain { get; } = Style.Plain;

    /// <summary>What matters most on a screen.</summary>
    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    /// <summary>Words of the user.</summary>
    public static Style Quote { get; } = new(decoration: Decoration.Italic);

    /// <summary>Algebra.</summary>
    public static Style Algebra { get; } = new(Color.Aqua);

    /// <summary>Asides.</summary>
    public static Style Faint { get; } = new(decoration: Decoration.Dim);

    /// <summary>Who speaks.</summary>
    public static Style Speaker { get; } = HeadingStyle;

    /// <summary>Good news.</summary>
    public static Style Good { get; } = new(Color.Green, decoration: Decoration.Bold);

    /// <summary>Something to look at.</summary>
    public static Style Warning { get; } = new(Color.Yellow);

    /// <summary>Bad news.</summary>
    public static Style Bad { get; } = new(Color.Red, decoration: Decoration.Bold);

    /// <summary>Starts a section.</summary>
    public void Heading(string title) => console.Write(new Rule(Markup.Escape(title)) { Justification = Justify.Left, Style = HeadingStyle });

    /// <summary>A paragraph, indented by two columns.</summary>
    public void Paragraph(string text, Style? style = null) => console.Write(new Padder(Words(text, style), new Padding(2, 0, 0, 0)));

    /// <summary>A command to copy: on one line, however long.</summary>
    public void Command(string what, string command) => console.Profile.Out.Writer.WriteLine($"  {what}: {VisibleText.OneLine(command)}");

    /// <summary>Where someone types: no line break follows.</summary>
    public void Prompt(string who)
    {
        console.Write(new Text($"  {who}", Faint));
        console.Profile.Out.Writer.Write(" › ");
    }

    /// <summary>An empty line.</summary>
    public void Gap() => console.WriteLine();

    /// <summary>Rows of cells in columns, indented by two; all but the last column keep to one line where there is room.</summary>
    /// <param name="rows">The rows, of as many cells each.</param>
    /// <param name="namesFirst">Whether the first column holds names, which never break: the others give way.</param>
    public void Columns(IEnumerable<IRenderable[]> rows, bool namesFirst = false)
    {
        Grid? grid = null;
        foreach (var row in rows)
        {
            if (grid is null)
            {
                grid = new Grid { Expand = false };
                for (var i = 0; i < row.Length; i++)
                {
                    var padding = new Padding(i == 0 ? 2 : 0, 0, i == row.Length - 1 ? 0 : 2, 0);
                    grid.AddColumn(new GridColumn { NoWrap = namesFirst && i == 0, Padding = padding });
                }
            }

            grid.AddRow(row);
        }

        if (grid is not null) console.Write(grid);
    }

    /// <summary>Text as a cell.</summary>
    public static IRenderable Words(string text, Style? style = null) => new Paragraph(VisibleText.OneLine(text), style ?? Plain);

    /// <summary>Several lines in one cell.</summary>
    public static IRenderable Stack(IEnumerable<IRenderable> lines) => new Rows(lines);

    /// <summary>Algebra with its comparison signs as one character.</summary>
    public static string Pretty(string algebra) => algebra.Replace("<=", "≤", StringComparison.Ordinal).Replace(">=", "≥", StringComparison.Ordinal);
}
