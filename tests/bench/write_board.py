"""Writes the workbook that book-file.ts describes, with XlsxWriter, as its documentation says to do it."""
import json
import sys
import time

started = time.perf_counter()
import xlsxwriter

loading = time.perf_counter()
with open(sys.argv[1], encoding="utf-8") as file:
    book = json.load(file)
writing = time.perf_counter()

workbook = xlsxwriter.Workbook(sys.argv[2], {"strings_to_formulas": False, "strings_to_urls": False})
formats = [
    workbook.add_format({name: value for name, value in style.items() if value is not None})
    for style in book["styles"]
]


def validation(rule):
    said = {"error_title": rule.get("errorTitle"), "error_message": rule.get("error")}
    if rule["type"] == "list":
        source = rule["formulae"][0]
        words = source[1:-1].split(",") if source.startswith('"') else "=" + source
        return {**said, "validate": "list", "source": words}
    if rule["type"] == "whole":
        least, most = rule["formulae"]
        return {**said, "validate": "integer", "criteria": "between", "minimum": least, "maximum": most}
    return {**said, "validate": "date", "criteria": ">", "value": "=61"}


for sheet in book["sheets"]:
    worksheet = workbook.add_worksheet(sheet["name"])
    header = sheet["header"]
    worksheet.hide_gridlines(2)
    worksheet.freeze_panes(header + 1, sheet["frozenColumns"])
    worksheet.set_landscape()
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(header)
    for row, height in enumerate(sheet["heights"]):
        worksheet.set_row(row, height)
    for row, (text, style) in enumerate(sheet["lines"]):
        worksheet.write_string(row, 0, text, formats[style])
    styles = []
    for at, column in enumerate(sheet["columns"]):
        worksheet.set_column(at, at, column["width"], None, {"hidden": column["isHidden"]})
        styles.append(formats[column["style"]])
    literal = formats[sheet["literal"]]
    for index, cells in enumerate(sheet["rows"]):
        row = header + 1 + index
        for at, cell in enumerate(cells):
            if cell is None:
                worksheet.write_blank(row, at, None, styles[at])
            elif isinstance(cell, str):
                worksheet.write_string(row, at, cell, styles[at])
            elif isinstance(cell, dict):
                if "text" in cell:
                    worksheet.write_string(row, at, cell["text"], literal)
                else:
                    worksheet.write_formula(row, at, "=" + cell["formula"], styles[at], cell["value"])
            else:
                worksheet.write_number(row, at, cell, styles[at])
    head = formats[sheet["headerStyle"]]
    worksheet.add_table(
        sheet["range"],
        {
            "name": sheet["table"],
            "style": None,
            "columns": [{"header": column["header"], "header_format": head} for column in sheet["columns"]],
        },
    )
    last = header + 1 + len(sheet["rows"])
    label, note = (formats[style] for style in sheet["noteStyles"])
    for index, (name, text) in enumerate(sheet["notes"]):
        worksheet.write_string(last + index, 0, name, label)
        worksheet.write_string(last + index, 1, text, note)
    for one in sheet["validations"]:
        worksheet.data_validation(one["first"], one["at"], one["last"], one["at"], validation(one["rule"]))
    for one in sheet["colours"]:
        rule = {"type": "formula", "criteria": "=" + one["formula"], "format": formats[one["style"]]}
        worksheet.conditional_format(one["first"], one["at"], one["last"], one["at"], rule)
    if sheet["picture"]:
        worksheet.insert_image(last, 2, sheet["picture"])
workbook.close()

done = time.perf_counter()
print(json.dumps({"import": loading - started, "load": writing - loading, "write": done - writing}))
